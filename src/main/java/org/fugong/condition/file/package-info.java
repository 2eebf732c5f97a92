/** Lists as YAML files: read with every problem at its line and column, and written so that they are read again as the same. */
package org.fugong.condition.file;
