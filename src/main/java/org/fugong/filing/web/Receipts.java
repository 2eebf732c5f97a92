package org.fugong.filing.web;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.fugong.filing.Applicability;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingNumber;
import org.fugong.filing.Filings;
import org.fugong.filing.FilingsInForce;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevels;
import org.fugong.web.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells anyone whether a receipt is real. */
@Component
class Receipts {

    /** How many characters of the credit code, at its end, are asked for. */
    static final int CODE_END = 6;

    private final Filings filings;
    private final FilingsInForce beside;
    private final Applicability applicability;
    private final RiskLevels levels;
    private final Regions regions;

    Receipts(Filings filings, FilingsInForce beside, Applicability applicability, RiskLevels levels, Regions regions) {
        this.filings = filings;
        this.beside = beside;
        this.applicability = applicability;
        this.levels = levels;
        this.regions = regions;
    }

    @Transactional(readOnly = true)
    Optional<Receipt> byToken(String token) {
        return token.matches("[A-Za-z0-9_-]{22}") ? filings.findByToken(token).map(this::receipt) : Optional.empty();
    }

    /** Numbers follow each other: who asks by one also knows how the credit code of the firm ends, so that nobody reads them all. */
    @Transactional(readOnly = true)
    Optional<Receipt> byNumber(FilingNumber number, String codeEnd) {
        return filings.findByNo(number.value())
                .filter(filing -> codeEnd.length() >= CODE_END && filing.heading().creditCode().endsWith(codeEnd))
                .map(this::receipt);
    }

    /** The code at the gate leads to what is in force, whichever version, or application for one, it was printed with. */
    private Receipt receipt(Filing asked) {
        var filing = inForce(asked);
        boolean another = !filing.id().equals(asked.id());
        return new Receipt(filing.no(), filing.name(), filing.county(), regions.county(filing.county()).map(County::name).orElse(""),
                filing.kind(), filing.basis().level(), filing.basis().regime(), applicability.listOf(filing).versionLabel(), filing.state(),
                filing.mayStart(levels.now(filing.county()).regime()),
                filing.submittedAt().truncatedTo(ChronoUnit.SECONDS).atZone(Dates.ZONE).toOffsetDateTime(),
                filing.succession().edition(), another ? asked.no() : null, another ? asked.succession().edition() : null,
                another ? asked.state() : null);
    }

    private Filing inForce(Filing asked) {
        var filing = asked;
        for (var next = Optional.of(asked); next.isPresent(); next = later(filing)) {
            filing = next.get();
        }
        return filing.state().undecided() ? beside.beside(filing).orElse(filing) : filing;
    }

    private Optional<Filing> later(Filing filing) {
        return Optional.ofNullable(filing.succession().supersededBy()).flatMap(filings::findById)
                .filter(newer -> newer.succession().changes(filing));
    }
}
