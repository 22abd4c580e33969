"""What later minutes say of earlier ones: confirmed, corrected, carried out, still outstanding."""
