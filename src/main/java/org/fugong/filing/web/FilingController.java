package org.fugong.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingAct;
import org.fugong.filing.FilingClosing;
import org.fugong.filing.FilingReading;
import org.fugong.filing.FilingState;
import org.fugong.filing.FilingWithdrawal;
import org.fugong.filing.Filings;
import org.fugong.filing.NextVersions;
import org.fugong.filing.Orders;
import org.fugong.filing.ReplyClocks;
import org.fugong.filing.paper.FormContents;
import org.fugong.filing.version.VersionHistory;
import org.fugong.risk.CountyLevel;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A filing of the firm: its receipt, what happens next, what happened, and everything as it was filed. */
@Controller
@RequestMapping("/my/filings/{no:\\d{6}-\\d{6}-\\d{5,12}-\\d}")
class FilingController {

    private final Filings filings;
    private final FilingReading reading;
    private final FormContents contents;
    private final FilingWithdrawal withdrawal;
    private final FilingClosing closing;
    private final NextVersions nextVersions;
    private final Orders orders;
    private final ReplyClocks clocks;
    private final VersionHistory history;

    FilingController(Filings filings, FilingReading reading, FormContents contents,
            FilingWithdrawal withdrawal, FilingClosing closing, NextVersions nextVersions, Orders orders, ReplyClocks clocks,
            VersionHistory history) {
        this.filings = filings;
        this.reading = reading;
        this.contents = contents;
        this.withdrawal = withdrawal;
        this.closing = closing;
        this.nextVersions = nextVersions;
        this.orders = orders;
        this.clocks = clocks;
        this.history = history;
    }

    @GetMapping
    String filing(@PathVariable String no, Actor actor, HttpServletRequest request, Model model) {
        var filing = reading.of(actor, no);
        var versions = history.versions(filing.id());
        var ordered = orders.about(filing.id()).orElse(null);
        var shown = contents.of(filing, request);
        var regime = ((CountyLevel) shown.get("now")).regime();
        var outdated = filing.basis().regime() != regime;
        // what waits under another regime gives way to a change
        var free = !(shown.get("waiting") instanceof Filing waiting) || waiting.basis().regime() != regime;
        var again = !filing.state().live() && !filings.existsBySiteIdAndStateIn(filing.siteId(), FilingState.LIVE);
        var acts = ordered == null ? FilingAct.in(filing.state()).stream() : Stream.<FilingAct>of();
        model.addAllAttributes(shown)
                .addAttribute("outdated", outdated)
                .addAttribute("again", again)
                .addAttribute("ordered", ordered)
                .addAttribute("acts", acts.filter(act -> switch (act) {
                    case CHANGE -> !outdated && free;
                    case RENEW -> !outdated && free && (again || filing.state().live());
                    default -> true;
                }).toList())
                .addAttribute("clock", clocks.of(filing.id()).orElse(null))
                .addAttribute("versions", versions)
                .addAttribute("history", history.steps(versions));
        return "filing/filing";
    }

    /** The receipt alone, to be printed on one sheet. */
    @GetMapping("/receipt")
    String receipt(@PathVariable String no, Actor actor, HttpServletRequest request, Model model) {
        filing(no, actor, request, model);
        return "filing/slip";
    }

    /** The address of a withdrawal that was refused, opened anew: in another language, say. */
    @GetMapping({"/withdrawal", "/changes", "/renewals"})
    String again(@PathVariable String no) {
        return "redirect:/my/filings/" + no;
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable String no, Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        return act(FilingAct.WITHDRAW, () -> withdrawal.withdraw(actor, no), no, actor, request, response, model);
    }

    /** Begins the next version, and leads to its draft. */
    @PostMapping("/changes")
    String change(@PathVariable String no, Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        return act(FilingAct.CHANGE, () -> nextVersions.change(actor, no), no, actor, request, response, model);
    }

    /** Begins a renewal, and leads to the page that names what is to be answered once more. */
    @PostMapping("/renewals")
    String renew(@PathVariable String no, Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        return act(FilingAct.RENEW, () -> nextVersions.renew(actor, no), no, actor, request, response, model);
    }

    /** Says what is not settled yet and what becomes of it, before the firm closes the filing. */
    @GetMapping("/closing")
    String beforeClosing(@PathVariable String no, Actor actor, HttpServletRequest request, Model model) {
        filing(no, actor, request, model);
        return model.getAttribute("acts") instanceof List<?> acts && acts.contains(FilingAct.CLOSE)
                ? "filing/closing"
                : "redirect:/my/filings/" + no;
    }

    @PostMapping("/closing")
    String close(@PathVariable String no, Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        return act(FilingAct.CLOSE, () -> closing.close(actor, no), no, actor, request, response, model);
    }

    /** What the state of the filing, or an order, does not allow is refused with the state and with what is possible instead. */
    private String act(FilingAct act, Supplier<Filing> acting, String no, Actor actor, HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            var filing = acting.get();
            return "redirect:" + (filing.no() == null
                    ? "/my/drafts/" + filing.id() + (act == FilingAct.RENEW ? "/check" : "")
                    : "/my/filings/" + filing.no());
        } catch (NextVersions.InTheWay e) {
            model.addAttribute("inTheWay", "/my/drafts/" + e.draftId());
            return refused(act, no, actor, request, response, model);
        } catch (FilingWithdrawal.Ordered | OptimisticLockingFailureException | NextVersions.Outdated e) {
            return refused(act, no, actor, request, response, model);
        }
    }

    private String refused(FilingAct act, String no, Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("refused", act);
        return filing(no, actor, request, model);
    }
}
