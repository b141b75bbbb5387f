using System.Text;

namespace KaizenGate.Core.Escaping;

/// <summary>Text in a stream: UTF-8 without a byte order mark, <c>\n</c>, and the stream stays open.</summary>
internal static class ReportStream
{
#pragma warning disable CA2000 // The returned writer disposes of the inner one.

    public static Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Everything but commands; each line is made inert.</summary>
    /// <param name="stream">Receives the text.</param>
    /// <param name="allowsColor">Whether the text has colours.</param>
    public static TextWriter Text(Stream stream, bool allowsColor = false) => new InertWriter(Raw(stream), allowsColor);

    /// <summary>Messages, which are flushed at once.</summary>
    public static TextWriter Messages(Stream stream)
    {
        var writer = Raw(stream);
        writer.AutoFlush = true;
        return new InertWriter(writer, isImmediate: true);
    }

    /// <summary>Commands to a build server or a terminal. Values in them must be escaped already, as <see cref="BuildCommand"/> does.</summary>
    public static TextWriter Commands(Stream stream) => Raw(stream);

    private static StreamWriter Raw(Stream stream) =>
        new(stream, Encoding, bufferSize: 16 * 1024, leaveOpen: true) { NewLine = "\n" };

#pragma warning restore CA2000
}
