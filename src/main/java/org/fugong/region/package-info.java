/** 辖区: provinces, prefectures, counties and towns as reference data, and no more. */
@ApplicationModule(displayName = "辖区 region", allowedDependencies = {})
package org.fugong.region;

import org.springframework.modulith.ApplicationModule;
