/**
 * 通知: what firms and staff are told inside the portal, once for each thing, in the reader's language, and whether it was read.
 */
@ApplicationModule(displayName = "通知 message", allowedDependencies = {"audit", "edit", "job", "region", "web", "account", "enterprise"})
package org.fugong.message;

import org.springframework.modulith.ApplicationModule;
