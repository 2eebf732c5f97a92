package org.fugong.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line may end: as the language has it, but not inside a number such as 640181-200312-00427-8. */
final class LineBreaks implements FSTextBreaker {

    private final BreakIterator places;
    private String text = "";

    LineBreaks(Locale locale) {
        places = BreakIterator.getLineInstance(locale);
    }

    @Override
    public void setText(String text) {
        this.text = text;
        places.setText(text);
    }

    @Override
    public int next() {
        int place = places.next();
        while (place != BreakIterator.DONE && place < text.length() && insideNumber(place)) {
            place = places.next();
        }
        return place;
    }

    private boolean insideNumber(int place) {
        return place > 1 && text.charAt(place - 1) == '-' && Character.isLetterOrDigit(text.charAt(place - 2))
                && Character.isDigit(text.charAt(place));
    }
}
