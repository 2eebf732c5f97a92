package org.fugong.journey;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.assertj.core.api.Assertions;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fugong.attachment.EvidenceFiles;
import org.fugong.attachment.Uploads;
import org.fugong.journey.Browser.NoScript;
import org.fugong.journey.Browser.Phone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Photographs as evidence: attached from a telephone, seen by the county beside the item. */
@JourneyTest
class EvidenceJourneyTests {

    private static final String FIELD = "选择照片或文件";

    @Autowired
    JdbcClient jdbc;

    @Test
    void threePhotographsAreAttachedAtOnceOneIsReplacedAndTheOfficialSeesThem(@Phone Visitor clerk, Visitor official) throws IOException {
        var firm = Newcomer.of("灵武演示影像有限公司（虚构）", "640181", "灵武市", 7);
        firm.goToCommitment(clerk);
        clerk.chooseAll("button[name=whole]").fill("签署人职务", "法定代表人").tab().isTold("已保存");
        clerk.follow("上传附件").sees("每个不超过 10 MB");
        clerk.choose(FIELD, photograph("一.jpg", 1), photograph("二.jpg", 2), photograph("三.jpg", 3)).choose("上传")
                .seesPictures(".attachments img", 3).sees("一.jpg").sees("三.jpg");
        Assertions.assertThat(jdbc.sql("""
                select width from attachment_content join attachment a using (sha256) join enterprise e on e.id = enterprise_id
                where e.name = :firm""").param("firm", firm.name()).query(Integer.class).list()).as("made smaller in the browser")
                .containsOnly(2_000);
        clerk.follow("更换").sees("会替换“一.jpg”").choose(FIELD, photograph("四.jpg", 4)).choose("上传")
                .sees("四.jpg").doesNotSee("一.jpg").seesPictures(".attachments img", 3);
        clerk.choose(FIELD, new FilePayload("坏.jpg", "image/jpeg", "<svg/>".getBytes()), photograph("五.jpg", 5)).choose("上传")
                .sees("“坏.jpg”不是能够接收的文件").sees("五.jpg");
        clerk.follow("返回这一项").sees("已有 4 个").press("保存，下一部分").isAt("/my/drafts/\\d+/check").press("提交承诺")
                .isAt("/my/filings/640181-.*").seesPictures(".attachments img", 4);
        var filing = clerk.path();

        var no = filing.substring(filing.lastIndexOf('/') + 1);
        clerk.goTo(filing + "/receipt").sees(no);
        try (var paper = Loader.loadPDF(clerk.takes("下载 PDF"))) {
            Assertions.assertThat(new PDFTextStripper().getText(paper)).contains(no, firm.name(), "已备案");
        }
        Assertions.assertThat(ImageIO.read(new ByteArrayInputStream(clerk.takes("存为图片"))).getWidth()).isGreaterThan(1_000);

        official.signIn("lingwu").goTo("/desk" + filing.substring(3)).sees("四.jpg").seesPictures(".attachments img", 4)
                .goTo("/desk" + filing.substring(3) + "/verification").seesPictures(".attachments img", 4);
    }

    @Test
    void aLineThatBreaksInTheMiddleOfAFileCostsAPieceAndNotTheFile(@Phone Visitor clerk) throws Exception {
        var firm = Newcomer.of("灵武演示续传有限公司（虚构）", "640181", "灵武市", 9);
        var whole = EvidenceFiles.pdfOfBytes(3 * Uploads.PIECE + 1_000, 7);
        firm.goToCommitment(clerk);
        clerk.follow("上传附件").choose(FIELD, new FilePayload("台账.pdf", "application/pdf", whole), photograph("后.jpg", 1));
        clerk.line().cutAfterPieces(2);
        clerk.choose("上传").sees("上传中断了").doesNotSee("已经附上，");
        clerk.line().restorePieces();
        clerk.sees("已经附上，").sees("台账.pdf").sees("后.jpg");
        Assertions.assertThat(clerk.line().pieces()).containsExactly(0, Uploads.PIECE, 2 * Uploads.PIECE, 3 * Uploads.PIECE);
        Assertions.assertThat(jdbc.sql("""
                select c.sha256 from attachment_content c join attachment a using (sha256) join enterprise e on e.id = enterprise_id
                where a.name = '台账.pdf' and e.name = :firm""").param("firm", firm.name()).query(String.class).single())
                .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole)));
    }

    @Test
    void afterTheBreakThePageMayHaveBeenLeftAndTheFileChosenAgain(@Phone Visitor clerk) {
        var firm = Newcomer.of("灵武演示再传有限公司（虚构）", "640181", "灵武市", 10);
        var file = new FilePayload("台账.pdf", "application/pdf", EvidenceFiles.pdfOfBytes(2 * Uploads.PIECE + 1_000, 8));
        firm.goToCommitment(clerk);
        clerk.follow("上传附件").choose(FIELD, file);
        clerk.line().cutAfterPieces(1);
        clerk.choose("上传").sees("上传中断了").reload();
        clerk.line().restorePieces();
        clerk.choose(FIELD, file).choose("上传").sees("已经附上，");
        Assertions.assertThat(clerk.line().pieces()).containsExactly(0, Uploads.PIECE, 2 * Uploads.PIECE);
    }

    @Test
    void withoutScriptTheFormSendsThemAllAtOnce(@NoScript Visitor clerk) {
        var firm = Newcomer.of("灵武演示底片有限公司（虚构）", "640181", "灵武市", 8);
        firm.goToCommitment(clerk);
        clerk.follow("上传附件").choose(FIELD, photograph("一.jpg", 1), photograph("二.jpg", 2)).press("上传").sees("已经附上")
                .seesPictures(".attachments img", 2).pressFirst(".attachments button").sees("已删除").seesPictures(".attachments img", 1);
    }

    @Test
    void aFileOfAConditionThatDoesNotApplyIsSeenAmongTheTasksAndTakenOff(@Phone Visitor clerk) {
        clerk.signIn("91640104DEM000014B").goTo("/my").follow("继续填报");
        var tasks = clerk.path();
        dormitory(clerk, tasks, "true");
        clerk.goTo(tasks + "/attachments/C07").choose(FIELD, photograph("宿舍.jpg", 1)).choose("上传").sees("宿舍.jpg");
        dormitory(clerk, tasks, "false");
        clerk.goTo(tasks + "/check").sees("不会随提交送出").seesPictures("#unneeded img", 1).goTo(tasks).sees("C07 集体宿舍每间人数")
                .pressFirst("#unneeded button").sees("已删除").doesNotSee("宿舍.jpg");
    }

    private static void dormitory(Visitor clerk, String tasks, String there) {
        clerk.goTo(tasks + "/facts").enter(Map.of("has_dormitory", there)).press("保存，下一部分");
    }

    @Test
    void whatIsTooLargeToBeReadIsAnsweredByAPage(@NoScript Visitor clerk, @TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("一.pdf"), new byte[33 * 1024 * 1024]);
        clerk.signIn("91640104DEM000014B").goTo("/my").follow("继续填报").follow("A ");
        clerk.follow("上传附件").choose(FIELD, file).press("上传").sees("把文件分几次上传");
    }

    private static FilePayload photograph(String name, int shade) {
        return new FilePayload(name, "image/jpeg", EvidenceFiles.picture("jpeg", 3_000, 2_000, shade * 20));
    }
}
