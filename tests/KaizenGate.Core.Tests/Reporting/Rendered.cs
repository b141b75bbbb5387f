using System.Text;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>Reports in memory.</summary>
internal static class Rendered
{
    /// <summary>UTF-8 that throws on invalid bytes.</summary>
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static byte[] Bytes(Verdict verdict, string format, ReportOptions? options = null)
    {
        using var stream = new MemoryStream();
        ReportFormats.All.Find(format)!.Write(verdict, options ?? ReportOptions.Default, stream);
        return stream.ToArray();
    }

    public static string Text(Verdict verdict, string format, ReportOptions? options = null) =>
        Strict.GetString(Bytes(verdict, format, options));

    public static string[] Lines(Verdict verdict, string format, ReportOptions? options = null) =>
        Text(verdict, format, options).TrimEnd('\n').Split('\n');
}
