/** 附件: files as evidence for a condition of a filing: what they really are, that they are harmless, and where they are kept. */
@ApplicationModule(displayName = "附件 attachment", allowedDependencies = {"audit", "job", "web", "account", "enterprise"})
package org.fugong.attachment;

import org.springframework.modulith.ApplicationModule;
