using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>The head of an entry of <c>--raw</c>: <c>:oldmode newmode oldid newid status</c>.</summary>
/// <param name="OldBlob">The content before; null when there was no regular file.</param>
/// <param name="NewBlob">The content after; null when there is no regular file any more.</param>
/// <param name="Status">The letter: A, D, M, T, or R with two paths behind it.</param>
internal readonly record struct RawEntry(string? OldBlob, string? NewBlob, char Status)
{
    private const int ModeDigits = 6;
    private const int Modes = 1 + ModeDigits + 1 + ModeDigits + 1;

    public static bool TryRead(ReadOnlySpan<byte> text, out RawEntry entry)
    {
        entry = default;
        var digits = text.Length < Modes ? -1 : text[Modes..].IndexOf((byte)' ');
        var status = Modes + (2 * (digits + 1));
        if (digits < 0 || text.Length <= status || text[0] != ':' || text[status - 1] != ' ')
        {
            return false;
        }

        var oldId = text.Slice(Modes, digits);
        var newId = text.Slice(Modes + digits + 1, digits);
        if (!ObjectId.IsOne(oldId) || !ObjectId.IsOne(newId))
        {
            return false;
        }

        entry = new(Blob(text[1..], oldId), Blob(text[(1 + ModeDigits + 1)..], newId), (char)text[status]);
        return true;
    }

    /// <summary>Links, submodules and what is not there have other modes.</summary>
    public static bool IsRegular(ReadOnlySpan<byte> mode) => mode.StartsWith("100"u8);

    private static string? Blob(ReadOnlySpan<byte> mode, ReadOnlySpan<byte> id) =>
        IsRegular(mode) ? Encoding.ASCII.GetString(id) : null;
}
