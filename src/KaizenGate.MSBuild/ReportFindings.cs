using Microsoft.Build.Framework;

namespace KaizenGate.MSBuild;

/// <summary>Logs the findings of <see cref="CheckBacklog"/>, and fails if the gate did not pass.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReportFindings : Microsoft.Build.Utilities.Task
{
    private WarningRules warnings = null!;

    /// <summary>The verdict and the findings.</summary>
    [Required]
    public ITaskItem[] Results { get; set; } = [];

    /// <summary>Rules whose warnings are not shown.</summary>
    public string NoWarn { get; set; } = "";

    /// <summary>Rules whose warnings are errors.</summary>
    public string WarningsAsErrors { get; set; } = "";

    /// <summary>Rules whose warnings stay warnings when all others are errors.</summary>
    public string WarningsNotAsErrors { get; set; } = "";

    /// <summary>Whether all warnings are errors, even if the gate passed.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        warnings = new WarningRules(NoWarn, WarningsAsErrors, WarningsNotAsErrors, TreatWarningsAsErrors);
        var verdict = Results.Select(RunVerdict.Of).First(result => result is not null)!;
        foreach (var finding in Results.Select(Finding.Of).OfType<Finding>())
        {
            Report(finding, hasPassed: verdict.ExitCode == 0);
        }

        if (verdict.ExitCode != 0 && !Log.HasLoggedErrors)
        {
            Fail(Reason(verdict));
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>
    /// Logs a finding with its level in this build. If the gate passed despite an error, the error becomes a warning. A warning of a
    /// passed gate becomes a message if MSBuild would make it an error only because it does so with all warnings.
    /// </summary>
    private void Report(Finding finding, bool hasPassed)
    {
        var kind = hasPassed && finding.Kind == FindingKind.Error ? FindingKind.Warning : finding.Kind;
        if (kind == FindingKind.Warning && warnings.AreSilencedFor(finding.Code))
        {
            return;
        }

        if (kind == FindingKind.Warning && warnings.AreErrorsFor(finding.Code))
        {
            kind = FindingKind.Error;
        }

        // Line and column only, as compilers do and editors expect.
        if (kind == FindingKind.Warning && hasPassed && IsErrorAsAllAre(finding.Code))
        {
            Log.LogMessage(
                null,
                finding.Code,
                null,
                finding.File,
                finding.Row,
                finding.Column,
                0,
                0,
                MessageImportance.High,
                finding.Text
            );
        }
        else if (kind == FindingKind.Error)
        {
            Log.LogError(null, finding.Code, null, finding.File, finding.Row, finding.Column, 0, 0, finding.Text);
        }
        else
        {
            Log.LogWarning(null, finding.Code, null, finding.File, finding.Row, finding.Column, 0, 0, finding.Text);
        }
    }

    /// <summary>Whether MSBuild makes this warning an error without being told its code.</summary>
    private bool IsErrorAsAllAre(string code) =>
        !TreatWarningsAsErrors
        && BuildEngine is IBuildEngine8 engine
        && engine.ShouldTreatWarningAsError(code)
        && engine.ShouldTreatWarningAsError(Finding.NoRule);

    private static string Reason(RunVerdict verdict) =>
        verdict.ExitCode switch
        {
            1 when verdict.IsVerdict =>
                "the gate failed on findings below error, because failOn is lower. NoWarn only hides a finding; to ignore it, set the rule to off in kaizen.json.",
            2 => $"the backlog could not be checked. {OneLine(verdict.ErrorText)}",
            3 => $"the program failed. {OneLine(verdict.ErrorText)}",
            _ =>
                $"{verdict.Program} did not run to its end (exit code {verdict.ExitCode}); {Remedy(verdict.Program)}. {OneLine(verdict.ErrorText)}",
        };

    private static string Remedy(string program) =>
        program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? "it needs the .NET 10 runtime"
            : "KaizenGatePlatform=any uses the portable program instead";

    private void Fail(string reason) =>
        Log.LogError(null, Finding.NoRule, null, "KaizenGate", 0, 0, 0, 0, reason.TrimEnd());

    private static string OneLine(string text) =>
        string.Join(" ", text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
