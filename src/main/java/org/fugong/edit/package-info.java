/** 同时编辑: the versions of single fields, so that two who edit at once keep both their work. */
@ApplicationModule(displayName = "同时编辑 edit", allowedDependencies = "web")
package org.fugong.edit;

import org.springframework.modulith.ApplicationModule;
