using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace KaizenGate.MSBuild;

/// <summary>The result of a run of the program.</summary>
internal sealed class RunVerdict
{
    private RunVerdict(int exitCode, string errorText)
    {
        ExitCode = exitCode;
        ErrorText = errorText;
    }

    /// <summary>0 gate passed, 1 gate failed, 2 input error, 3 internal error; any other value comes from the system.</summary>
    public int ExitCode { get; }

    /// <summary>The standard error output.</summary>
    public string ErrorText { get; }

    public static ITaskItem ToItem(int exitCode, string errorText)
    {
        var item = new TaskItem(
            exitCode switch
            {
                0 => "pass",
                1 => "fail",
                _ => "error",
            }
        );
        item.SetLiteral(nameof(ExitCode), exitCode.ToString(CultureInfo.InvariantCulture));
        item.SetLiteral(nameof(ErrorText), errorText);
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
            ? new RunVerdict(exitCode, item.GetMetadata(nameof(ErrorText)))
            : null;
}
