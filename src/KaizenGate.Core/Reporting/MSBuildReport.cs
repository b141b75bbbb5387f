using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// Lines that MSBuild and most editors parse as errors and warnings:
/// <c>path(line,column,endLine,endColumn): error KZ203: message</c>. Infos and
/// rules that were not evaluated have the same format with <c>info</c> and <c>message</c>, which MSBuild ignores.
/// </summary>
internal static class MSBuildReport
{
    /// <summary>The code of input errors; no rule has it.</summary>
    private const string InputCode = "KZ000";

    public static ReportFormat<Verdict> Format { get; } =
        new("msbuild", "for MSBuild and editors: errors and warnings", Write);

    private static void Write(Verdict verdict, ReportOptions options, Stream stream)
    {
        using var writer = ReportStream.Text(stream);
        foreach (var error in verdict.Errors)
        {
            writer.WriteLine($"{Origin(error)}: error {InputCode}: {LogText.Message(FindingText.Message(error))}");
        }

        foreach (var finding in verdict.Findings.Where(finding => finding.Counts))
        {
            var span = finding.Span;
            writer.WriteLine(
                $"{LogText.Path(finding.File.FullPath)}({span.Line},{span.Column},{span.EndLine},{span.EndColumn}): "
                    + $"{StatusText.Words(finding.Severity)} {finding.Rule.Id}: {LogText.Of(FindingText.Message(finding))}"
            );
        }

        foreach (var missing in verdict.NotEvaluated)
        {
            writer.WriteLine(
                $"{LogText.Path(missing.File.FullPath)}(1,1): "
                    + $"message {missing.Rule.Id}: not evaluated, {LogText.Message(missing.Reason)}"
            );
        }
    }

    private static string Origin(InputError error) =>
        error switch
        {
            { Path: null } => "KaizenGate ",
            { Line: null } => LogText.Path(error.Path),
            _ => $"{LogText.Path(error.Path)}({error.Line},{error.Column ?? 1})",
        };
}
