package org.fugong.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.account.FreshProof;
import org.fugong.account.Proof;
import org.fugong.account.SignIn;
import org.fugong.enterprise.Enterprises;
import org.fugong.filing.Applicability;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.Filings;
import org.fugong.filing.SignedCommitment.Signatory;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
import org.fugong.submission.CommitmentLetter;
import org.fugong.submission.FilingSigning;
import org.fugong.submission.SubmissionRefused;
import org.fugong.web.Dates;
import org.fugong.web.NotFound;
import org.fugong.web.Typed;
import org.fugong.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The commitment for an application that is open; the page of any other filing is its own. */
@Controller
@RequestMapping("/my/filings/{no:\\d{6}-\\d{6}-\\d{5,12}-\\d}/commitment")
class SigningController {

    private final Filings filings;
    private final Enterprises enterprises;
    private final FilingSigning signing;
    private final CommitmentLetter letters;
    private final Applicability applicability;
    private final RiskLevels levels;
    private final FreshProof proofs;
    private final RefusedActs refusals;
    private final Words words;
    private final Clock clock;

    SigningController(Filings filings, Enterprises enterprises, FilingSigning signing, CommitmentLetter letters,
            Applicability applicability, RiskLevels levels, FreshProof proofs, RefusedActs refusals, Words words, Clock clock) {
        this.filings = filings;
        this.enterprises = enterprises;
        this.signing = signing;
        this.letters = letters;
        this.applicability = applicability;
        this.levels = levels;
        this.proofs = proofs;
        this.refusals = refusals;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String letter(@PathVariable String no, Actor actor, Model model, Locale locale) {
        var filing = own(no, actor);
        model.addAttribute("signing", new SigningForm(filing.signedName(), filing.signedRole(), null));
        return open(filing) ? page(filing, actor, model, locale) : "redirect:/my/filings/" + no;
    }

    /** Signed twice it is signed once; what cannot be signed now is refused with its state. */
    @PostMapping
    String sign(@PathVariable String no, @Valid @ModelAttribute("signing") SigningForm form, BindingResult binding, Actor actor,
            Model model, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        var filing = own(no, actor);
        if (filing.kind() == FilingKind.APPLICATION && filing.letter() != null) {
            return "redirect:/my/filings/" + no;
        }
        if (!open(filing)) {
            return refused(filing, form, model, response);
        }
        if (Typed.isBlank(form.password()) && proofs.held(actor).isEmpty()) {
            binding.rejectValue("password", SubmissionForm.unproven(null));
        }
        if (binding.hasErrors()) {
            return page(filing, actor, model, locale);
        }
        try {
            signing.sign(actor, no, form.signatory(request.getRemoteAddr()), form.password());
        } catch (SubmissionRefused refused) {
            binding.rejectValue("password", SubmissionForm.unproven(form.password()));
            return page(filing, actor, model, locale);
        } catch (SignIn.Busy busy) {
            busy.mark(response);
            binding.rejectValue("password", "login.busy");
            return page(filing, actor, model, locale);
        } catch (Filing.Overtaken e) {
            return refused(own(no, actor), form, model, response);
        }
        return "redirect:/my/filings/" + no;
    }

    private String refused(Filing filing, SigningForm form, Model model, HttpServletResponse response) {
        return refusals.page("SIGN", filing, List.of(new RefusedActs.Said(words.of("commitment.signedName"), form.signedName()),
                new RefusedActs.Said(words.of("commitment.signedRole"), form.signedRole())), model, response);
    }

    private String page(Filing filing, Actor actor, Model model, Locale locale) {
        var today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
        var list = applicability.listOf(filing);
        var now = levels.now(filing.county());
        boolean effective = now.regime() == Regime.RECORD;
        var unsigned = new Signatory(null, null, null);
        model.addAttribute("filing", filing)
                .addAttribute("provenAt", proofs.held(actor).map(Proof::at).map(DraftPages::time).orElse(null))
                .addAttribute("now", now)
                .addAttribute("letter", letters.lines(filing, list, effective, unsigned, today, locale))
                .addAttribute("original", locale.getLanguage().equals("zh")
                        ? null
                        : letters.lines(filing, list, effective, unsigned, today, Locale.SIMPLIFIED_CHINESE));
        return "submission/signing";
    }

    private static boolean open(Filing filing) {
        return filing.kind() == FilingKind.APPLICATION && filing.state().undecided() && filing.letter() == null;
    }

    private Filing own(String no, Actor actor) {
        return enterprises.of(actor).flatMap(firm -> filings.findByNoAndEnterpriseId(no, firm.id())).orElseThrow(NotFound::new);
    }
}
