/** 文书: what is printed or scanned. */
@ApplicationModule(displayName = "文书 document", allowedDependencies = {})
package org.fugong.document;

import org.springframework.modulith.ApplicationModule;
