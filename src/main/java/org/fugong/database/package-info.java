/** 数据库: which database is used, the embedded server and its roles, and how values are stored as JSON. */
@ApplicationModule(displayName = "数据库 database", allowedDependencies = {})
package org.fugong.database;

import org.springframework.modulith.ApplicationModule;
