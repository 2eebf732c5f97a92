/** The versions of a filing: which there are, and everything that happened to them, in one list. */
package org.fugong.filing.version;
