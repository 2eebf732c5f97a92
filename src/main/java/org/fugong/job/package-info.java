/** 任务: work that is done at a time, in pieces, once, also after a restart and with several nodes. */
@ApplicationModule(displayName = "任务 job", allowedDependencies = {})
package org.fugong.job;

import org.springframework.modulith.ApplicationModule;
