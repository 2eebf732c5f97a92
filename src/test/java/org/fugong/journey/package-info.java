/** Whole journeys in Chromium on the running application, every page of them checked. */
package org.fugong.journey;
