using System.Buffers;

namespace KaizenGate.Core.Rules;

/// <summary>Why an improvement is deferred or rejected.</summary>
internal static class StatedReason
{
    private static readonly SearchValues<char> RemarkSigns = SearchValues.Create("(,:;–—");

    /// <summary>Whether it has a reason: in a field, or in a remark after its status, as in "Deferred (waiting for the vendor)".</summary>
    public static bool IsGiven(Improvement item) =>
        WrittenReason.IsGiven(item.Reason?.Value)
        || item.StatusSigns.Any(sign =>
            sign is { Source: StatusSource.Field } && sign.Status == item.Status && HasRemark(sign.Text)
        );

    private static bool HasRemark(string status)
    {
        var end = status.AsSpan().IndexOfAny(RemarkSigns);
        return end >= 0 && WrittenReason.IsGiven(status[(end + 1)..]);
    }
}
