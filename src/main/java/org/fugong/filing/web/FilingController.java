package org.fugong.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.account.Actor;
import org.fugong.audit.Trail;
import org.fugong.condition.Finding;
import org.fugong.document.QrCode;
import org.fugong.enterprise.Enterprises;
import org.fugong.filing.Applicability;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingFacts;
import org.fugong.filing.FilingWithdrawal;
import org.fugong.filing.Filings;
import org.fugong.filing.Owed;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevels;
import org.fugong.web.NotFound;
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
    private final Enterprises enterprises;
    private final Applicability applicability;
    private final RiskLevels levels;
    private final FilingWithdrawal withdrawal;
    private final Trail trail;
    private final Regions regions;
    private final PublicAddress address;

    FilingController(Filings filings, Enterprises enterprises, Applicability applicability, RiskLevels levels, FilingWithdrawal withdrawal,
                     Trail trail, Regions regions, PublicAddress address) {
        this.filings = filings;
        this.enterprises = enterprises;
        this.applicability = applicability;
        this.levels = levels;
        this.withdrawal = withdrawal;
        this.trail = trail;
        this.regions = regions;
        this.address = address;
    }

    @GetMapping
    String filing(@PathVariable String no, Actor actor, HttpServletRequest request, Model model) {
        var filing = enterprises.of(actor).flatMap(firm -> filings.findByNoAndEnterpriseId(no, firm.id())).orElseThrow(NotFound::new);
        var list = applicability.listOf(filing);
        var link = address.of(request, "/receipts/" + filing.token());
        model.addAttribute("filing", filing)
                .addAttribute("county", regions.county(filing.county()).orElseThrow())
                .addAttribute("now", levels.now(filing.county()))
                .addAttribute("list", list)
                .addAttribute("asked", FilingFacts.asked(list))
                .addAttribute("findings", filing.findings().stream().collect(Collectors.toMap(Finding::code, finding -> finding)))
                .addAttribute("owed", owed(filing))
                .addAttribute("successor", filing.supersededBy() == null ? null : filings.findById(filing.supersededBy()).map(Filing::no).orElse(null))
                .addAttribute("history", trail.of("filing:" + filing.id()))
                .addAttribute("link", link)
                .addAttribute("qr", QrCode.of(link));
        return "filing/filing";
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable String no, Actor actor) {
        withdrawal.withdraw(actor, no);
        return "redirect:/my/filings/" + no;
    }

    private static Map<String, Owed> owed(Filing filing) {
        return filing.owed().stream().collect(Collectors.toMap(Owed::code, item -> item));
    }
}
