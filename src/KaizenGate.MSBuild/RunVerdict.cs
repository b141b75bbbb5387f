using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace KaizenGate.MSBuild;

/// <summary>The result of a run of the program.</summary>
/// <param name="exitCode">0 gate passed, 1 gate failed, 2 input error, 3 internal error; any other value comes from the system.</param>
/// <param name="errorText">The standard error output.</param>
/// <param name="program">The path of the program.</param>
/// <param name="hasFindings">Whether it printed an error, a warning or an info.</param>
internal sealed class RunVerdict(int exitCode, string errorText, string program, bool hasFindings)
{
    public int ExitCode => exitCode;

    public string ErrorText => errorText;

    public string Program => program;

    /// <summary>
    /// Whether the gate passed or failed. A program that cannot start, because of a missing library for example, also ends with 1, but
    /// without a finding.
    /// </summary>
    public bool IsVerdict => exitCode == 0 || (exitCode == 1 && hasFindings);

    public ITaskItem ToItem()
    {
        var item = new TaskItem(
            !IsVerdict ? "error"
            : exitCode == 0 ? "pass"
            : "fail"
        );
        item.SetLiteral(nameof(ExitCode), exitCode.ToString(CultureInfo.InvariantCulture));
        item.SetLiteral(nameof(ErrorText), errorText);
        item.SetLiteral(nameof(Program), program);
        item.SetLiteral(nameof(IsVerdict), IsVerdict ? bool.TrueString : bool.FalseString);
        return item;
    }

    /// <summary>Reads what <see cref="ToItem"/> wrote; null for other items.</summary>
    public static RunVerdict? Of(ITaskItem item) =>
        int.TryParse(
            item.GetMetadata(nameof(ExitCode)),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var exitCode
        )
            ? new RunVerdict(
                exitCode,
                item.GetMetadata(nameof(ErrorText)),
                item.GetMetadata(nameof(Program)),
                item.GetMetadata(nameof(IsVerdict)) == bool.TrueString
            )
            : null;
}
