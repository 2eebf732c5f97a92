package org.fugong.statistics;

/** How many things of a kind are in a state; for what has no kinds the kind is null. */
public record Group(String kind, String state, Count count) {
}
