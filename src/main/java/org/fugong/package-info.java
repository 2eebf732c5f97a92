/** The application: what concerns every module, and nothing of the domain. */
package org.fugong;
