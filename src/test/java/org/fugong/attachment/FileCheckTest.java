package org.fugong.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is taken and what is not, by what a file really is. */
class FileCheckTest {

    private static final String DOCX = "wordprocessingml.document.main+xml";

    private final FileCheck check = new FileCheck(new Clamd(new AttachmentSettings(null)));

    static Stream<Arguments> bad() {
        var cut = EvidenceFiles.picture("jpeg", 800, 600, 1);
        return Stream.of(
                arguments("nothing in it", new byte[0], AttachmentFault.EMPTY),
                arguments("more than 10 MB", new byte[Limits.FILE_MB * Limits.MB + 1], AttachmentFault.TOO_LARGE),
                arguments("an SVG", text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"), AttachmentFault.TYPE),
                arguments("a page", text("<html><script>alert(1)</script></html>"), AttachmentFault.TYPE),
                arguments("a program", text("MZ\u0090\0\3"), AttachmentFault.TYPE),
                arguments("one letter", text("P"), AttachmentFault.TYPE),
                arguments("the format of some phones", text("\0\0\0\u0018ftypheic\0\0\0\0"), AttachmentFault.HEIC),
                arguments("an old Office file", new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, AttachmentFault.OLD_OFFICE),
                arguments("a picture of 50,000 × 50,000 pixels", EvidenceFiles.flood(50_000, 50_000), AttachmentFault.PIXELS),
                arguments("a photograph cut in the middle", Arrays.copyOf(cut, cut.length / 2), AttachmentFault.DAMAGED),
                arguments("the begin of a picture", Arrays.copyOf(cut, 4), AttachmentFault.DAMAGED),
                arguments("a PDF with a password", EvidenceFiles.pdfWithPassword(), AttachmentFault.PASSWORD),
                arguments("a PDF with restrictions", EvidenceFiles.pdfWithRestrictions(), AttachmentFault.PASSWORD),
                arguments("a PDF with a script", EvidenceFiles.pdfWithScript(), AttachmentFault.ACTIVE),
                arguments("a PDF that starts a program", EvidenceFiles.pdfThatLaunches(), AttachmentFault.ACTIVE),
                arguments("a PDF of 501 pages", EvidenceFiles.pdf(501), AttachmentFault.PAGES),
                arguments("a PDF of 5,000 pages", EvidenceFiles.pdf(5_000), AttachmentFault.PAGES),
                arguments("a PDF of 501 pages that says it has one", EvidenceFiles.pdfThatCountsWrongly(501), AttachmentFault.PAGES),
                arguments("a PDF that unpacks to 65 MB", EvidenceFiles.pdfBomb(65), AttachmentFault.PACKED),
                arguments("a PDF that unpacks to 65 MB when it is read", EvidenceFiles.pdfOfPackedObjects(65, "/FlateDecode", true),
                        AttachmentFault.PACKED),
                arguments("a PDF packed in two ways", EvidenceFiles.pdfOfPackedObjects(1, "[/ASCIIHexDecode/FlateDecode]", true),
                        AttachmentFault.PACKED),
                arguments("a PDF packed in two ways that hides one", EvidenceFiles.pdfOfPackedObjects(1, "[/ASCII#48exDecode/Fl]", true),
                        AttachmentFault.PACKED),
                arguments("a PDF packed in two ways that has to be repaired",
                        EvidenceFiles.pdfOfPackedObjects(1, "[/ASCIIHexDecode/FlateDecode]", false), AttachmentFault.PACKED),
                arguments("a PDF in name only", text("%PDF-1.7 nothing"), AttachmentFault.DAMAGED),
                arguments("a ZIP", EvidenceFiles.zip(Map.of("a.txt", text("a"))), AttachmentFault.TYPE),
                arguments("a ZIP with itself in it, and so on", EvidenceFiles.nested(9), AttachmentFault.NESTED),
                arguments("a document that lists other parts than it has",
                        EvidenceFiles.officeWithWrongList(EvidenceFiles.docx()), AttachmentFault.DAMAGED),
                arguments("a document with macros", EvidenceFiles.office(DOCX, Map.of("word/vbaProject.bin", text("x"))),
                        AttachmentFault.MACROS),
                arguments("a workbook that says it has macros", EvidenceFiles.office("ms-excel.sheet.macroEnabled.main+xml", Map.of()),
                        AttachmentFault.MACROS),
                arguments("a document with a ZIP in it",
                        EvidenceFiles.office(DOCX, Map.of("word/a", EvidenceFiles.zip(Map.of("b", text("b"))))),
                        AttachmentFault.NESTED),
                arguments("a document that unpacks to 101 MB", EvidenceFiles.office(DOCX, Map.of("word/a", new byte[101 * Limits.MB])),
                        AttachmentFault.PACKED),
                arguments("a document cut in the middle", Arrays.copyOf(EvidenceFiles.docx(), 60), AttachmentFault.DAMAGED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void aBadFileIsRefusedByItsName(String what, byte[] bytes, AttachmentFault fault) {
        var refused = catchThrowableOfType(FileRefused.class, () -> check.check("现场/照片.jpg", bytes));
        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused.file()).isEqualTo("照片.jpg");
    }

    static Stream<Arguments> good() {
        return Stream.of(
                arguments(EvidenceFiles.picture("jpeg", 30, 20, 1), FileType.JPEG),
                arguments(EvidenceFiles.picture("png", 30, 20, 1), FileType.PNG),
                arguments(EvidenceFiles.pdf(500), FileType.PDF),
                arguments(EvidenceFiles.pdfOfPackedObjects(1, "/FlateDecode", true), FileType.PDF),
                arguments(EvidenceFiles.pdfOfPackedObjects(1, "[/Fl]", false), FileType.PDF),
                arguments(EvidenceFiles.docx(), FileType.DOCX),
                arguments(EvidenceFiles.xlsx(), FileType.XLSX));
    }

    @ParameterizedTest
    @MethodSource("good")
    void aFileIsWhatItsContentSaysAndNotItsName(byte[] bytes, FileType type) throws FileRefused {
        var checked = check.check("证明.exe", bytes);
        assertThat(checked.type()).isEqualTo(type);
        assertThat(checked.name()).isEqualTo("证明." + type.extension());
    }

    @Test
    void aPhotographIsTurnedUprightAndForgetsWhereItWasTaken() throws FileRefused, IOException {
        var sent = EvidenceFiles.photographOnItsSide();
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("38.4872N");
        var kept = check.check("a.jpg", sent);
        assertThat(new String(kept.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("38.4872N").doesNotContain("Exif");
        var image = ImageIO.read(new ByteArrayInputStream(kept.bytes()));
        assertThat(image.getWidth()).isEqualTo(200).isEqualTo(kept.width());
        assertThat(image.getHeight()).isEqualTo(400).isEqualTo(kept.height());
        // what was above lies at the right now
        assertThat(image.getRGB(180, 200) >> 16 & 0xFF).isGreaterThan(150);
        assertThat(image.getRGB(20, 200) & 0xFF).isGreaterThan(150);
    }

    @Test
    void aLargePictureIsKeptAsLargeAsASheetOfPaperNeeds() throws FileRefused, IOException {
        var kept = check.check("a.jpg", EvidenceFiles.picture("jpeg", 7_680, 960, 1));
        assertThat(kept.width()).isEqualTo(2_560);
        assertThat(kept.height()).isEqualTo(320);
        assertThat(ImageIO.read(new ByteArrayInputStream(kept.thumbnail())).getWidth()).isEqualTo(240);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ../../etc/passwd            | passwd.png
            C:\\Users\\王\\口罩.PNG      | 口罩.png
            照片\u202Egnp.exe           | 照片 gnp.png
            a\u0000b\u200B.jpg          | a b.png
            ...                         | file.png
            ''                          | file.png
            年产1.5万吨                  | 年产1.5万吨.png
            """)
    void aNameIsOneLineWithoutFoldersAndTricks(String typed, String kept) throws FileRefused {
        assertThat(check.check(typed, EvidenceFiles.picture("png", 3, 3, 1)).name()).isEqualTo(kept);
    }

    @Test
    void aNameOf300CharactersIsCut() throws FileRefused {
        assertThat(check.check("长".repeat(300) + ".png", EvidenceFiles.picture("png", 3, 3, 1)).name()).hasSizeLessThanOrEqualTo(105)
                .startsWith("长长").endsWith("….png");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
