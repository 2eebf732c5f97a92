/** Enterprises and their operating sites: who files, what size they are, and where they work. */
@ApplicationModule(displayName = "企业 enterprise", allowedDependencies = {"audit", "edit", "region", "web", "account"})
package org.fugong.enterprise;

import org.springframework.modulith.ApplicationModule;
