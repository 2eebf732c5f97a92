/** 统计: figures over what other modules keep, read by SQL alone; no module imports it. */
@ApplicationModule(displayName = "统计 statistics", allowedDependencies = {"region", "web", "account"})
package org.fugong.statistics;

import org.springframework.modulith.ApplicationModule;
