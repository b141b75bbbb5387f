using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>The start of a <c>--raw</c> entry: <c>:oldmode newmode oldid newid status</c>.</summary>
/// <param name="OldBlob">The id of the content before; null when there was no regular file.</param>
/// <param name="NewBlob">The id of the content after; null when there is no longer a regular file.</param>
internal readonly record struct RawEntry(string? OldBlob, string? NewBlob)
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
        if (!ObjectId.IsValid(oldId) || !ObjectId.IsValid(newId))
        {
            return false;
        }

        entry = new(Blob(text[1..], oldId), Blob(text[(1 + ModeDigits + 1)..], newId));
        return true;
    }

    // Links, submodules and missing files have other modes.
    private static string? Blob(ReadOnlySpan<byte> mode, ReadOnlySpan<byte> id) =>
        mode.StartsWith("100"u8) ? Encoding.ASCII.GetString(id) : null;
}
