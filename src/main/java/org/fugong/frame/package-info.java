/** 页面框架: what surrounds every request: who may do what, the frame of a page, errors, preferences, and how a form is bound. */
@ApplicationModule(allowedDependencies = {"region", "account", "web"})
package org.fugong.frame;

import org.springframework.modulith.ApplicationModule;
