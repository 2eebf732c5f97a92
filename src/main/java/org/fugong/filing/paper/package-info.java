/** The papers of a filing: what they show, and the files that are made of them, from the same templates as the pages. */
package org.fugong.filing.paper;
