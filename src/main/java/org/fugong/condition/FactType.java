package org.fugong.condition;

/** What kind of value a fact about an enterprise has. */
public enum FactType { NUMBER, YES_NO, TEXT, CHOICE }
