/** 文书: what is printed or scanned: papers as PDF and as pictures, kept by what they are made from, and QR codes. */
@ApplicationModule(displayName = "文书 document", allowedDependencies = {})
package org.fugong.document;

import org.springframework.modulith.ApplicationModule;
