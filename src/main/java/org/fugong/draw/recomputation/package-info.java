/**
 * How a random draw is computed from its pool and its seed, to the byte, as {@code src/docs/draws.md} tells it. It needs neither
 * Spring nor a database, so that anyone may run it on what was published.
 */
package org.fugong.draw.recomputation;
