package org.fugong.attachment;

/** The kinds of files that are taken. */
public enum FileType {

    JPEG("image/jpeg", "jpg"), PNG("image/png", "png"), PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final String extension;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** How the name of such a file ends, without the dot. */
    public String extension() {
        return extension;
    }

    public boolean picture() {
        return this == JPEG || this == PNG;
    }
}
