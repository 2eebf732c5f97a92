/** Objects outside of the database, in any store that speaks S3, for who does not want files in it. */
package org.fugong.attachment.store;
