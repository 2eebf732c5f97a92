package org.fugong.filing;

import org.fugong.account.Actor;

/** Begins later versions of what was filed, as the module in which drafts are filled in answers for it. */
public interface NextVersions {

    /**
     * The draft of the next version of a filing.
     *
     * @throws FilingWithdrawal.Ordered where the county has ordered something that is still open
     * @throws Filing.Overtaken where its state does not allow a change, or an application for one waits for its reply
     * @throws Outdated where something else is filed in its county by now
     * @throws InTheWay where the site has a draft of something else
     */
    Filing change(Actor actor, String no);

    /**
     * The draft by which a filing is renewed: its next version, or, where it has ended, a filing by itself.
     *
     * @throws FilingWithdrawal.Ordered where the county has ordered something that is still open
     * @throws Filing.Overtaken where its state does not allow it, or another filing of the site is in force, or waits for its reply
     * @throws Outdated where something else is filed in its county by now
     * @throws InTheWay where the site has a draft of something else
     */
    Filing renew(Actor actor, String no);

    /** The level of the county has changed since, or the site has moved to another: a new filing takes the place of this one. */
    class Outdated extends RuntimeException {
    }

    /** The site has a draft already, which would be lost. */
    class InTheWay extends RuntimeException {

        private final long draftId;

        public InTheWay(long draftId) {
            super("draft " + draftId, null, false, false);
            this.draftId = draftId;
        }

        public long draftId() {
            return draftId;
        }
    }
}
