using System.Diagnostics;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Fuzz;

/// <summary>The result of one input.</summary>
/// <param name="Outcome">What it led to; see <see cref="Target"/>.</param>
/// <param name="Problem">Null when all is well.</param>
internal readonly record struct Attempt(int Outcome, string? Problem)
{
    /// <summary>An input that takes longer is a finding. The fastest of three runs counts, as the machine may be busy.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private const int Runs = 3;

    public static Attempt Of(Target target, byte[] input)
    {
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var attempt = Once(target, input);
            if (attempt.Problem is not null || Stopwatch.GetElapsedTime(start) < Longest)
            {
                return attempt;
            }
        }

        return new(0, $"takes longer than {Longest.TotalSeconds} s");
    }

    private static Attempt Once(Target target, byte[] input)
    {
        try
        {
            return new(target.Run(input), null);
        }
        catch (InputException refusal)
        {
            return refusal.Error is { Message.Length: > 0, Help.Length: > 0 }
                ? new(1, null)
                : new(0, "a refusal without a reason or a remedy");
        }
#pragma warning disable CA1031 // Every other exception is a finding.
        catch (Exception finding)
#pragma warning restore CA1031
        {
            return new(0, $"{finding.GetType().Name}: {finding.Message}\n{finding.StackTrace}");
        }
    }
}
