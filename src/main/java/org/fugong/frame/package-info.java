/** 页面框架: what surrounds every request: who may do what, the frame of a page, errors, preferences, and how a form is bound. */
@ApplicationModule(displayName = "页面框架 frame", allowedDependencies = {"region", "web", "account"})
package org.fugong.frame;

import org.springframework.modulith.ApplicationModule;
