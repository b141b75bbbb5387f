using System.Text;

namespace KaizenGate.Core.Escaping;

/// <summary>Text in a stream: UTF-8 without a byte order mark, <c>\n</c>, and the stream stays open.</summary>
internal static class ReportStream
{
    public static Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static StreamWriter Text(Stream stream) =>
        new(stream, Encoding, bufferSize: 16 * 1024, leaveOpen: true) { NewLine = "\n" };
}
