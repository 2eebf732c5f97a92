/** 辖区: provinces, prefectures, counties and towns as reference data, and no more. */
@ApplicationModule(allowedDependencies = {"audit"})
package org.fugong.region;

import org.springframework.modulith.ApplicationModule;
