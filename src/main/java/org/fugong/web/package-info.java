/** What every page shares: form errors in page order, limits of typed text, dates as people write them. */
@ApplicationModule(displayName = "web", allowedDependencies = {})
package org.fugong.web;

import org.springframework.modulith.ApplicationModule;
