using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace KaizenGate.MSBuild;

/// <summary>How a run of the program ended.</summary>
internal sealed class RunVerdict
{
    private RunVerdict(int exitStatus, string errorText)
    {
        ExitStatus = exitStatus;
        ErrorText = errorText;
    }

    /// <summary>0 passed, 1 failed, 2 error, 3 bug in the program; any other value comes from the system.</summary>
    public int ExitStatus { get; }

    /// <summary>What it wrote to standard error.</summary>
    public string ErrorText { get; }

    public static ITaskItem ToItem(int exitStatus, int findingCount, string errorText)
    {
        var item = new TaskItem(
            exitStatus switch
            {
                0 => "pass",
                1 => "fail",
                _ => "error",
            }
        );
        item.SetLiteral(nameof(ExitStatus), exitStatus.ToString(CultureInfo.InvariantCulture));
        item.SetLiteral("FindingCount", findingCount.ToString(CultureInfo.InvariantCulture));
        item.SetLiteral(nameof(ErrorText), errorText);
        return item;
    }

    /// <summary>Reads what <see cref="ToItem"/> wrote; null for another item.</summary>
    public static RunVerdict? Of(ITaskItem item) =>
        int.TryParse(
            item.GetMetadata(nameof(ExitStatus)),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var status
        )
            ? new RunVerdict(status, item.GetMetadata(nameof(ErrorText)))
            : null;
}
