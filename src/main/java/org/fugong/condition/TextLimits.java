package org.fugong.condition;

/** How long the texts of a condition may be, as they are typed and as a file brings them; English takes more letters. */
public final class TextLimits {

    public static final int TITLE = 60;
    public static final int TITLE_EN = 120;
    public static final int ASK = 300;
    public static final int ASK_EN = 500;
    /** Of help and of notes on handling. */
    public static final int NOTE = 1000;
    public static final int NOTE_EN = 2000;
    public static final int TIME = 200;
    public static final int TIME_EN = 400;
    public static final int BASIS = 200;
    /** Of what a figure is called, in either language. */
    public static final int LABEL = 60;

    private TextLimits() {
    }
}
