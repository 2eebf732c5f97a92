package org.fugong.condition;

/** What an enterprise fills in for a condition; NONE is decided by the facts alone. */
public enum AnswerType { YES_NO, NUMBER, DATE, TEXT, CHOICE, NONE }
