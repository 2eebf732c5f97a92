/** 通知: what a firm is told inside the portal, once for each thing, in the reader's language, and whether it was read. */
@ApplicationModule(allowedDependencies = {"account", "enterprise", "web"})
package org.fugong.message;

import org.springframework.modulith.ApplicationModule;
