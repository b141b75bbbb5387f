using System.Text;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Fuzz.Targets;

/// <summary>Checks a backlog and writes every report; a byte order mark and CRLF change no verdict.</summary>
internal static class VerdictTarget
{
    public static int Run(byte[] input)
    {
        var verdict = Check(input);
        foreach (var format in ReportFormats.All)
        {
            using var stream = new MemoryStream();
            format.Write(verdict, ReportOptions.Default with { Verbose = input.Length % 2 == 0 }, stream);
            Printed.MustBeInert(Encoding.UTF8.GetString(stream.ToArray()), format.Name);
        }

        var findings = Lines(verdict);
        // A lone CR ends a line too, and a text in another encoding is not a text with LF.
        if (!input.Contains((byte)'\r') && !input.Contains((byte)0) && !HasMark(input))
        {
            Same(findings, Lines(Check([0xEF, 0xBB, 0xBF, .. input])), "with a byte order mark");
            Same(findings, Lines(Check(WithReturns(input))), "with CRLF");
        }

        return string.Concat(verdict.Findings.Select(one => one.Rule.Id).Distinct()).Aggregate(0, Hash);
    }

    private static int Hash(int hash, char sign) => unchecked((hash * 31) + sign);

    private static bool HasMark(byte[] input) => input is [0xEF, 0xBB, 0xBF, ..] or [0xFF or 0xFE, ..] or [0, ..];

    private static byte[] WithReturns(byte[] input) =>
        [.. input.SelectMany(value => value == '\n' ? "\r\n"u8.ToArray() : [value])];

    private static Verdict Check(byte[] input)
    {
        var backlog = Sample.Read(input);
        return Gate.Check(
            [new Evidence(backlog, WrittenDates.Read(backlog, Sample.Today))],
            GateSettings.Default,
            Sample.Today,
            "0.0.0"
        );
    }

    private static string Lines(Verdict verdict) =>
        string.Join(
            '\n',
            verdict
                .Findings.Select(one => $"{one.Span.Line}:{one.Span.Column} {one.Rule.Id} {one.Message}")
                .Concat(verdict.NotEvaluated.Select(one => $"{one.Rule.Id} {one.Reason}"))
                .Prepend($"{verdict.Outcome}")
        );

    private static void Same(string one, string other, string how) =>
        BrokenInvariantException.Unless(one == other, $"another verdict {how}:\n{one}\n--\n{other}");
}
